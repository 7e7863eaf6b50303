package org.sangyu.shared;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Listeners hear events a few at a time; the others wait their turn.
 *
 * <p>A listener holds one connection and needs a second for its work in the scope of a desk. Were many to begin at once,
 * each would hold its first and none would ever get its second.
 */
@Configuration(proxyBeanMethods = false)
class Listeners implements AsyncConfigurer, DisposableBean {

    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

    Listeners(@Value("${sangyu.db.pool:32}") int connections) {
        int atOnce = new Connections(connections).listeners();
        executor.setCorePoolSize(atOnce);
        executor.setMaxPoolSize(atOnce);
        executor.setDaemon(true);
        executor.setThreadNamePrefix("listener-");
        executor.initialize();
    }

    @Override
    public Executor getAsyncExecutor() {
        return executor;
    }

    /** What nobody has heard yet is heard after the next start. */
    @Override
    public void destroy() {
        executor.shutdown();
    }
}
