package org.sangyu.policy;

import org.sangyu.shared.Place;

/** Whether a county stands behind the settings that no document gives (本机设置，无文件依据). */
public interface SettingsConfirmation {

    /** True when a named person of the county confirmed the settings, and they are still what was confirmed. */
    boolean isConfirmed(Place county);
}
