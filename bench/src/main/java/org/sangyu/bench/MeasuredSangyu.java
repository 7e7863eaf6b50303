package org.sangyu.bench;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sangyu.Sangyu;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;

/** The same application, started in the process that measures it. */
@Import(Sangyu.class)
public class MeasuredSangyu implements ApplicationListener<ApplicationReadyEvent> {

    private static volatile @Nullable ApplicationContext ready;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = event.getApplicationContext();
    }

    static ApplicationContext context() {
        return Objects.requireNonNull(ready, "the application did not start");
    }
}
