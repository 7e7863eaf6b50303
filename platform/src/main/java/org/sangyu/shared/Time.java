package org.sangyu.shared;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that knows the zone: China keeps one time, whatever zone the machine is set to. */
@Configuration
public class Time {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The clock behind every "today"; a demonstration or a test may replace it. */
    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
