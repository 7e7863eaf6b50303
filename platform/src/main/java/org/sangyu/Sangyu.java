package org.sangyu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application; the launcher script {@code ./sangyu run} calls it. */
@SpringBootApplication
public class Sangyu {

    /** @param arguments what the launcher passes on; see {@code ./sangyu help} */
    public static void main(String[] arguments) {
        SpringApplication.run(Sangyu.class, arguments);
    }
}
