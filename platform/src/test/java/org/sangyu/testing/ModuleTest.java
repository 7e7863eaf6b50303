package org.sangyu.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;

/**
 * A {@code …ModuleTest}: the beans of the module in whose package the test stands, with a database of its own.
 *
 * <p>By default the modules it depends on directly are started as well, since `shared` and the ports are needed almost
 * everywhere.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@FreshDatabase
@ApplicationModuleTest
public @interface ModuleTest {

    /** How much is started beside the module itself. */
    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "mode")
    ApplicationModuleTest.BootstrapMode mode() default ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES;

    /** Modules to start beyond those of the mode. */
    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "extraIncludes")
    String[] extraIncludes() default {};
}
