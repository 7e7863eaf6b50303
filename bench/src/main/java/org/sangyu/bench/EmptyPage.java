package org.sangyu.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The bare start: an empty page and what Spring Boot itself needs to serve it, nothing else.
 *
 * <p>Carries no stereotype, or the application that is measured would find it too.
 */
@EnableAutoConfiguration
class EmptyPage {

    /** Serves the page. */
    public static void main(String[] arguments) {
        SpringApplication.run(EmptyPage.class, arguments);
    }

    @Bean
    static RouterFunction<ServerResponse> page() {
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.ok().build())
                .build();
    }
}
