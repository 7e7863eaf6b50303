package org.sangyu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import fixture.alpha.internal.ElderThings;
import fixture.alpha.internal.ThingHelper;
import fixture.alpha.internal.TodayWithoutClock;
import fixture.alpha.web.ThingController;
import fixture.beta.internal.Peeks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("代码规矩")
class HouseRulesTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sangyu");

    /** A rule and the class that breaks it. */
    record Case(String name, ArchRule rule, Class<?> broken) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return List.of(
                new Case("today comes from the clock", HouseRules.TODAY_COMES_FROM_THE_CLOCK, TodayWithoutClock.class),
                new Case("controllers are pages", HouseRules.CONTROLLERS_ARE_PAGES, ThingController.class),
                new Case("internals stay inside", HouseRules.INTERNALS_STAY_INSIDE, Peeks.class),
                new Case("no field injection", HouseRules.NO_FIELD_INJECTION, ThingHelper.class),
                new Case("no setters", HouseRules.NO_SETTERS, ThingHelper.class),
                new Case("SQL stays internal", HouseRules.SQL_STAYS_INTERNAL, ThingController.class),
                new Case("look-ups take a scope", HouseRules.LOOK_UPS_TAKE_A_SCOPE, ElderThings.class),
                new Case("no empty names", HouseRules.NO_EMPTY_NAMES, ThingHelper.class),
                new Case("money is never double", HouseRules.MONEY_IS_NEVER_DOUBLE, ThingHelper.class))
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("程序遵守规矩")
    void theProgramKeepsTheRule(Case house) {
        assertThat(violations(house.rule(), PROGRAM)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @DisplayName("规矩查得出违反的类")
    void theRuleReportsItsFixture(Case house) {
        JavaClasses broken = new ClassFileImporter().importClasses(house.broken());
        assertThat(violations(house.rule(), broken)).isNotEmpty();
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }
}
