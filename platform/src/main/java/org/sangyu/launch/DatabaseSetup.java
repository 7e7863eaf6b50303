package org.sangyu.launch;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Spring Boot's Flyway migrate module by module. */
@Configuration(proxyBeanMethods = false)
class DatabaseSetup {

    @Bean
    FlywayMigrationStrategy moduleByModule() {
        return flyway -> Migrations.run(flyway.getConfiguration());
    }
}
