package org.sangyu.crash;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sangyu.Sangyu;
import org.sangyu.shared.Time;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole application in a process of its own, which goes on with the month from wherever the last process died.
 * Without pages, and each bean made when it is first needed: a start that costs a third.
 *
 * <p>Settings come in {@code SPRING_APPLICATION_JSON}; the point to die at in {@code -Dsangyu.kill}.
 */
final class Child {

    /** On the console when the whole month is over. */
    static final String FINISHED = "the month is over";

    /** Asks for the same input once more. */
    static final String AGAIN = "again";

    /** What does its work when it is made: the places, and the events that nobody has heard yet. */
    private static final Set<String> AT_ONCE = Set.of("firstLoad", "applicationEventMulticaster");

    private Child() {}

    public static void main(String[] arguments) {
        try {
            ConfigurableListableBeanFactory beans = program().run(arguments).getBeanFactory();
            beans.registerSingleton("office", beans.createBean(Office.class));
            Month month = beans.createBean(Month.class);
            month.goOn();
            if (List.of(arguments).contains(AGAIN)) {
                month.again();
            }
            System.out.println(FINISHED);
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** The program on an installation, in this process. */
    static ConfigurableApplicationContext program(Map<String, Object> properties) {
        SpringApplication spring = program();
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("lived", properties)));
        return spring.run();
    }

    private static SpringApplication program() {
        SpringApplication spring = new SpringApplication(Sangyu.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.addInitializers(Child::prepare);
        return spring;
    }

    private static void prepare(ConfigurableApplicationContext context) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton("onlyTheProgram", new OnlyTheProgram());
        beans.registerSingleton(
                "atOnce", (LazyInitializationExcludeFilter) (name, bean, type) -> AT_ONCE.contains(name));
        ((GenericApplicationContext) context)
                .registerBean("thisMorning", Clock.class, Child::thisMorning, bean -> bean.setPrimary(true));
    }

    /** Runs on from the first minute of today, so that no test begins on one day and ends on the next. */
    private static Clock thisMorning() {
        return Clock.offset(Clock.system(Time.ZONE), Duration.parse(System.getProperty("crash.offset", "PT0S")));
    }

    /** Components of other tests lie on the same class path. */
    private static final class OnlyTheProgram extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws java.io.IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyTheProgram;
        }

        @Override
        public int hashCode() {
            return OnlyTheProgram.class.hashCode();
        }
    }
}
