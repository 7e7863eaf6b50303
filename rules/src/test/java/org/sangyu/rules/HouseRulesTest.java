package org.sangyu.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.rules.fixture.ReadsTheClock;
import org.sangyu.rules.fixture.UsesSql;

@DisplayName("规则库只依赖自己：没有 Spring、SQL、时钟")
class HouseRulesTest {
    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.sangyu.rules.cli")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same question must get the same answer on every day");

    private static final ArchRule NO_SQL_NO_SPRING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..")
            .because("the same rules run in the application, in a benchmark and in a distributed engine");

    private static final JavaClasses RULES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sangyu.rules");

    @Test
    @DisplayName("没有时钟（命令行只用来标注未到的月份）")
    void hasNoClock() {
        NO_CLOCK.check(RULES);
        assertThat(breaks(NO_CLOCK, ReadsTheClock.class)).isTrue();
    }

    @Test
    @DisplayName("没有 SQL，没有 Spring")
    void hasNoSqlAndNoSpring() {
        NO_SQL_NO_SPRING.check(RULES);
        assertThat(breaks(NO_SQL_NO_SPRING, UsesSql.class)).isTrue();
    }

    private static boolean breaks(ArchRule rule, Class<?> fixture) {
        return rule.evaluate(new ClassFileImporter().importClasses(fixture)).hasViolation();
    }
}
