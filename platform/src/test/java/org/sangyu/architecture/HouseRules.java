package org.sangyu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.UUID;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Unscoped;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** What ArchUnit can see of the house style. */
final class HouseRules {

    private static final Set<String> CLOCKLESS = Set.of(
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.YearMonth.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.Instant.now()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.ZoneId.systemDefault()");

    static final ArchRule TODAY_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<>("today without a clock") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                    return CLOCKLESS.contains(call.getTarget().getFullName());
                }
            });

    static final ArchRule CONTROLLERS_ARE_PAGES = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .haveSimpleNameEndingWith("Pages")
            .andShould()
            .resideInAPackage("..web..");

    static final ArchRule INTERNALS_STAY_INSIDE = classes().should(new ArchCondition<>("use only their own internals") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                JavaClass target = access.getTargetOwner();
                boolean inside = module(type).equals(module(target));
                if (!inside && (target.getPackageName() + ".").contains(".internal.")) {
                    events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                }
            }
        }
    });

    static final ArchRule NO_FIELD_INJECTION = fields().should(new ArchCondition<>("not be injected") {
        @Override
        public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
            if (field.isAnnotatedWith(Autowired.class) || field.isAnnotatedWith(Value.class)) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is injected"));
            }
        }
    });

    static final ArchRule NO_SETTERS = methods()
            .that()
            .haveNameMatching("set[A-Z].*")
            .and()
            .areNotStatic()
            .should(new ArchCondition<>("be the setter of a framework's own type") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean ours = method.getOwner().getAllRawSuperclasses().stream()
                            .allMatch(parent -> parent.getFullName().equals("java.lang.Object")
                                    || parent.getFullName().equals("java.lang.Record")
                                    || parent.getFullName().equals("java.lang.Enum"));
                    if (ours && method.getOwner().getAllRawInterfaces().isEmpty()) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a setter"));
                    }
                }
            });

    static final ArchRule SQL_STAYS_INTERNAL = noClasses()
            .that()
            .resideInAnyPackage("..web..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(JdbcTemplate.class);

    static final ArchRule LOOK_UPS_TAKE_A_SCOPE = methods()
            .that()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat(new DescribedPredicate<>("hold SQL") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class));
                }
            })
            .should(new ArchCondition<>("take a Scope, or say why not with @Unscoped") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean asks = !method.getRawReturnType().isPrimitive()
                            && !method.getRawReturnType().isEquivalentTo(UUID.class)
                            && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
                    boolean scoped = method.getParameters().stream()
                            .map(JavaParameter::getRawType)
                            .anyMatch(HouseRules::carriesScope);
                    boolean excused = method.isAnnotatedWith(Unscoped.class)
                            || method.getOwner().isAnnotatedWith(Unscoped.class);
                    if (asks && !scoped && !excused) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Scope"));
                    }
                }
            });

    static final ArchRule NO_EMPTY_NAMES =
            noClasses().should().haveNameMatching(".*(Utils?|Impl|Helper|Manager|Dto|DTO|Entity)$");

    static final ArchRule MONEY_IS_NEVER_DOUBLE = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("..benefits..", "..shared..", "..alpha..")
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class);

    private HouseRules() {}

    /** A place is a range as well; a record may carry either. */
    private static boolean carriesScope(JavaClass type) {
        return type.isEquivalentTo(Scope.class)
                || type.isEquivalentTo(Place.class)
                || type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(Scope.class));
    }

    private static String module(JavaClass type) {
        String below = type.getPackageName().replaceFirst("^(org\\.sangyu|fixture)\\.?", "");
        int end = below.indexOf('.');
        return end < 0 ? below : below.substring(0, end);
    }
}
