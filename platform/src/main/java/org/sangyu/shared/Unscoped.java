package org.sangyu.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excuses SQL from taking a {@link Scope}: it touches no people's rows, or a key that was found through a scope leads
 * to them. Row security still holds.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Unscoped {

    /** Why no scope is needed, in a few words. */
    String value();
}
