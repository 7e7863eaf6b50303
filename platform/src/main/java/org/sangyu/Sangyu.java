package org.sangyu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: one installation serves every region whose packs it holds. */
@SpringBootApplication
@Modulithic(sharedModules = {"shared", "ui"})
public class Sangyu {

    /**
     * Starts the web application on a database that is already there.
     *
     * @param arguments Spring Boot arguments, as the launcher hands them on
     */
    public static void main(String[] arguments) {
        SpringApplication.run(Sangyu.class, arguments);
    }
}
