package org.sangyu.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An {@code …E2ETest}: as {@link AppTest}, with a real browser. A test method takes a Playwright {@code Page}; every
 * method gets a new one, at desk size, in Chinese, without cookies.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AppTest
@ExtendWith(Browsers.class)
public @interface BrowserTest {}
