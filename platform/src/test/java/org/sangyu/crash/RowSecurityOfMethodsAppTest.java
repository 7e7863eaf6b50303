package org.sangyu.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sangyu.regions.Regions;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.Desk;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Repository;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In the books of a county that has lived through two months: whoever asks every method of every repository from the
 * county's desk gets something, and from another county's desk nothing of it, even with the county's scope in hand.
 */
@DisplayName("行级权限：每个查询方法")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityOfMethodsAppTest {

    private static final String COUNTY = "410902";
    private static final Place ANOTHER = new Place("C0A0101");

    private static final int MOST_TRIES = 1_200;
    private static final int ROUNDS = 2;

    private ConfigurableApplicationContext program;
    private Invention invention;
    private Desk here;
    private Desk elsewhere;

    @BeforeAll
    void livesThroughTwoMonths(@TempDir Path folder) throws IOException {
        Installation lived = new Installation(Files.createDirectory(folder.resolve("lived")), COUNTY);
        Installation.Ended ended = lived.run("");
        assertThat(ended.said()).contains(Child.FINISHED);
        program = Child.program(lived.properties());
        here = desk(COUNTY);
        elsewhere = desk(ANOTHER);
        assertThat(new Planted(lived.url(), here.place().path() + "001001")
                        .plant()
                        .keySet())
                .as("tables with rules that a made-up row breaks")
                .isSubsetOf(
                        "benefits.notice",
                        "desk.contact",
                        "registry.household_fact",
                        "registry.institution_fact",
                        "registry.ltci_fact",
                        "registry.receipt_fact");
        invention = new Invention(lived.url(), here.place());
    }

    @AfterAll
    void end() {
        program.close();
    }

    @Test
    @DisplayName("有岗位的人查得到；外县的人拿着本县的范围也查不到；没有答过的就是没有试过")
    void aStrangerGetsNothing() {
        Map<String, Method> untried = methods();
        assertThat(untried).hasSizeGreaterThan(100);
        Set<String> leaks = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Method> one : List.copyOf(untried.entrySet())) {
                Tried tried = tryOut(one.getValue());
                if (tried.seen()) {
                    untried.remove(one.getKey());
                }
                if (tried.leaked()) {
                    leaks.add(one.getKey());
                }
            }
        }
        assertThat(leaks).as("answers a stranger").isEmpty();
        assertThat(untried.keySet())
                .as("never answered anybody: row-security/states.sql lacks a row")
                .isEmpty();
    }

    private record Tried(boolean seen, boolean leaked) {}

    /** Asks with arguments after arguments until the right desk sees what a stranger does not. */
    private Tried tryOut(Method method) {
        Object bean = AopTestUtils.getTargetObject(program.getBean(method.getDeclaringClass()));
        int tries = 0;
        for (List<Object> arguments : invention.arguments(method, MOST_TRIES)) {
            if (++tries > MOST_TRIES) {
                break;
            }
            Answer right = ask(bean, method, arguments, here, here.scope());
            invention.learn(right.value());
            Answer stranger = ask(bean, method, arguments, elsewhere, elsewhere.scope());
            if (!right.said().equals(stranger.said())) {
                Answer forgot = ask(bean, method, arguments, elsewhere, here.scope());
                return new Tried(true, !forgot.said().equals(stranger.said()));
            }
        }
        return new Tried(false, false);
    }

    private record Answer(Object value, String said) {}

    /** In a transaction that is always undone. */
    private Answer ask(Object bean, Method method, List<Object> arguments, Desk desk, Scope scope) {
        Object[] all = arguments.stream()
                .map(argument -> argument == Invention.SCOPE ? scope : argument)
                .map(argument -> argument == Invention.DESK ? desk : argument)
                .map(argument -> argument == Invention.TAKER ? new ArrayList<>() : argument)
                .toArray();
        List<Object> taken = new ArrayList<>();
        Object[] sent = invention.withTakers(method, all, taken);
        TransactionTemplate transaction = program.getBean(TransactionTemplate.class);
        Object value = CurrentDesk.call(
                desk,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        Object returned = method.invoke(bean, sent);
                        return !taken.isEmpty()
                                ? List.copyOf(taken)
                                : returned instanceof Stream<?> rows ? rows.toList() : returned;
                    } catch (InvocationTargetException refused) {
                        return new Refused(refused.getCause().getClass().getSimpleName());
                    } catch (ReflectiveOperationException | IllegalArgumentException broken) {
                        return new Refused("not callable");
                    }
                }));
        return new Answer(value, Invention.said(value));
    }

    private record Refused(String by) {}

    /** Every method of a repository that takes a scope. */
    private Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        program.getBeansWithAnnotation(Repository.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(kind -> kind.getName().startsWith("org.sangyu."))
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(kind -> Arrays.stream(kind.getDeclaredMethods()))
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> List.of(method.getParameterTypes()).contains(Scope.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> {
                    method.setAccessible(true);
                    methods.put(
                            method.getDeclaringClass().getSimpleName() + "." + method.getName()
                                    + Arrays.stream(method.getParameterTypes())
                                            .map(Class::getSimpleName)
                                            .toList(),
                            method);
                });
        return methods;
    }

    private Desk desk(String code) {
        return desk(Objects.requireNonNull(program.getBean(Regions.class)
                        .findByCode(code, LocalDate.now(Time.ZONE))
                        .orElse(null))
                .place());
    }

    private static Desk desk(Place county) {
        return Desk.of("tester", "测试", Role.COUNTY_CLERK, county);
    }
}
