package org.sangyu;

import org.sangyu.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application: one installation serves every region whose packs it holds. */
@SpringBootApplication
@EnableScheduling
@Modulithic(sharedModules = {"shared", "ui"})
public class Sangyu {

    /**
     * Starts the installation: data directory, database, pages.
     *
     * @param arguments see {@code ./sangyu help}
     */
    public static void main(String[] arguments) {
        Launch.run(Sangyu.class, arguments);
    }
}
