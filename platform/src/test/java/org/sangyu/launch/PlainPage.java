package org.sangyu.launch;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The smallest application that can be launched, so that a test of the launch does not depend on any module. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration"
        })
class PlainPage {

    public static void main(String[] arguments) {
        Launch.run(PlainPage.class, arguments);
    }
}
