package org.sangyu.benefits.internal.cycle;

import org.sangyu.shared.Place;

/** Whether a named person of a county confirmed the installation settings (本机设置) as they stand now. */
public interface SettingsConfirmed {

    /** True once confirmed, and nothing was changed since. */
    boolean isConfirmed(Place county);
}
