package org.sangyu.crash;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.shared.Desk;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Scope;
import org.sangyu.shared.Time;
import org.sangyu.testing.TestDatabases;

/**
 * Arguments for any method: ids out of the tables, days, words, what other methods answered, and records made of all
 * these.
 */
final class Invention {

    /** Stands for the scope of whoever asks. */
    static final Object SCOPE = new Object();

    /** Stands for the desk of whoever asks. */
    static final Object DESK = new Object();

    /** Stands for a taker of rows. */
    static final Object TAKER = new Object();

    private static final int FEW = 3;
    private static final int MANY = 40;
    private static final int MADE = 60;

    private static final String ID_COLUMNS = """
        select n.nspname || '.' || c.relname, a.attname from pg_attribute a
        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
          and not c.relispartition and n.nspname in ('benefits', 'files', 'jobs', 'policy', 'registry')
        order by 1, 2\
        """;
    private static final String WORDS = """
        select * from (select person from registry.consent limit 1) k
        union all select * from (select distinct benefit from benefits.enrolment limit 5) b
        union all select * from (select distinct left(place, 10) from registry.elder limit 3) t
        union all select * from (select distinct left(place, 7) from registry.elder limit 1) c
        union all select * from (select name from registry.elder order by name limit 1) n
        union all select * from (select name from registry.elder order by name desc limit 1) m\
        """;

    private final Map<Class<?>, Set<Object>> known = new HashMap<>();
    private final Map<String, Set<Object>> named = new HashMap<>();

    Invention(String url, Place county) throws IllegalStateException {
        LocalDate today = LocalDate.now(Time.ZONE);
        put(Place.class, county);
        put(LocalDate.class, today);
        put(LocalDate.class, today.plusYears(1));
        put(LocalDate.class, LocalDate.of(1900, 1, 1));
        put(YearMonth.class, YearMonth.from(today));
        put(YearMonth.class, YearMonth.from(today).plusMonths(1));
        put(Instant.class, Instant.EPOCH);
        List.of(0, 50, 10, 7, 1).forEach(number -> put(Integer.class, number));
        List.of(0L, 1L).forEach(number -> put(Long.class, number));
        List.of(false, true).forEach(choice -> put(Boolean.class, choice));
        put(Locale.class, Locale.SIMPLIFIED_CHINESE);
        put(String.class, "");
        try (Connection connection = TestDatabases.behind(url);
                Statement statement = connection.createStatement()) {
            for (String word : Books.texts(statement, WORDS)) {
                put(String.class, word);
            }
            Map<String, List<String>> columns = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery(ID_COLUMNS)) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), none -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                for (String column : table.getValue()) {
                    for (String id : Books.texts(
                            statement,
                            "select %s::text from (select %s from %s where %s is not null limit 2) x"
                                    .formatted(column, column, table.getKey(), column))) {
                        UUID value = UUID.fromString(id);
                        put(UUID.class, value);
                        if (column.equals("elder")) {
                            put(ElderId.class, new ElderId(value));
                        }
                        named.computeIfAbsent(nameOf(table.getKey(), column), none -> new LinkedHashSet<>())
                                .add(value);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an argument that takes such an id is called: the column, or the table for its own ids. */
    private static String nameOf(String table, String column) {
        return column.equals("id") ? table.substring(table.indexOf('.') + 1) : column;
    }

    private void put(Class<?> kind, Object value) {
        known.computeIfAbsent(kind, none -> new LinkedHashSet<>()).add(value);
    }

    /** Keeps what an answer holds, so that other methods can be asked with it. */
    void learn(@Nullable Object answer) {
        learn(answer, 0);
    }

    private void learn(@Nullable Object answer, int depth) {
        if (answer == null || depth > FEW) {
            return;
        }
        switch (answer) {
            case Optional<?> one -> one.ifPresent(value -> learn(value, depth + 1));
            case Collection<?> all -> all.stream().limit(FEW).forEach(value -> learn(value, depth + 1));
            case Map<?, ?> map ->
                map.entrySet().stream().limit(FEW).forEach(entry -> {
                    learn(entry.getKey(), depth + 1);
                    learn(entry.getValue(), depth + 1);
                });
            case Record row -> {
                keep(row);
                for (RecordComponent component : row.getClass().getRecordComponents()) {
                    learn(read(component, row), depth + 1);
                }
            }
            case UUID id -> keep(id);
            default -> {}
        }
    }

    private void keep(Object value) {
        Set<Object> values = known.computeIfAbsent(value.getClass(), none -> new LinkedHashSet<>());
        if (values.size() < MANY || value instanceof UUID) {
            values.add(value);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Lists of arguments for a method, the likelier first; at most so many. */
    List<List<Object>> arguments(Method method, int most) {
        List<List<Object>> choices = Arrays.stream(method.getParameters())
                .map(parameter -> likelierFirst(parameter.getName(), values(parameter.getAnnotatedType(), 0)))
                .toList();
        return combined(choices, most);
    }

    private List<Object> likelierFirst(String name, List<Object> values) {
        List<Object> ordered = new ArrayList<>(values);
        List<Object> likely = named.getOrDefault(name, Set.of()).stream()
                .flatMap(id -> Stream.of(id, new ElderId((UUID) id)))
                .filter(values::contains)
                .toList();
        ordered.removeAll(likely);
        ordered.addAll(0, likely);
        return ordered;
    }

    /** The same with takers that collect into the list. */
    Object[] withTakers(Method method, Object[] arguments, List<Object> taken) {
        Object[] sent = arguments.clone();
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Consumer.class) {
                sent[i] = (Consumer<Object>) taken::add;
            } else if (types[i] == BiConsumer.class) {
                sent[i] = (BiConsumer<Object, Object>) (one, other) -> taken.add(List.of(one, other));
            } else if (types[i].isInterface()
                    && arguments[i] instanceof List<?>
                    && !types[i].isInstance(arguments[i])) {
                sent[i] = Proxy.newProxyInstance(
                        types[i].getClassLoader(), new Class<?>[] {types[i]}, (proxy, called, given) -> {
                            taken.add(given == null ? List.of() : Arrays.asList(given));
                            return null;
                        });
            }
        }
        return sent;
    }

    /** What may be null is null first: a filter without any condition finds most. */
    private List<Object> values(AnnotatedType annotated, int depth) {
        List<Object> values = new ArrayList<>();
        if (annotated.isAnnotationPresent(Nullable.class)) {
            values.add(null);
        }
        values.addAll(values(annotated.getType(), depth));
        return values;
    }

    private List<Object> values(Type type, int depth) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return Collection.class.isAssignableFrom(raw)
                    ? lists(raw, values(generic.getActualTypeArguments()[0], depth))
                    : List.of(TAKER);
        }
        return type instanceof Class<?> kind ? values(kind, depth) : List.of();
    }

    private static List<Object> lists(Class<?> raw, List<Object> values) {
        List<Object> all = new ArrayList<>();
        values = values.stream().filter(java.util.Objects::nonNull).toList();
        if (Set.class.isAssignableFrom(raw)) {
            all.add(Set.copyOf(values));
        } else {
            all.add(List.copyOf(values));
            values.stream().limit(MANY).forEach(value -> all.add(List.of(value)));
        }
        return all;
    }

    private List<Object> values(Class<?> kind, int depth) {
        Class<?> type = boxed(kind);
        if (type == Scope.class) {
            return List.of(SCOPE);
        }
        if (type == Desk.class) {
            return List.of(DESK);
        }
        if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants());
        }
        List<Object> found = new ArrayList<>(known.getOrDefault(type, Set.of()));
        if (found.size() < FEW && type.isRecord() && depth < FEW) {
            found.addAll(made(type, depth));
        }
        if (found.isEmpty() && type.isInterface()) {
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses())
                            .flatMap(one -> values(one, depth + 1).stream())
                            .toList()
                    : List.of(TAKER);
        }
        return found;
    }

    /** Records of that kind, made of a few values of each part. */
    private List<Object> made(Class<?> type, int depth) {
        List<List<Object>> parts = Arrays.stream(type.getRecordComponents())
                .map(component -> likelierFirst(component.getName(), values(component.getAnnotatedType(), depth + 1)))
                .toList();
        List<Object> made = new ArrayList<>();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<List<Object>> all = new ArrayList<>(drawn(type));
            all.addAll(combined(parts, MADE));
            for (List<Object> one : all) {
                try {
                    made.add(constructor.newInstance(one.toArray()));
                } catch (ReflectiveOperationException | IllegalArgumentException refused) {
                    // such a record there cannot be
                }
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }

    /** Parts that one record answered before has all together, under the same names. */
    private List<List<Object>> drawn(Class<?> type) {
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        return known.values().stream()
                .flatMap(Set::stream)
                .filter(Record.class::isInstance)
                .map(answered -> partsOf((Record) answered))
                .filter(parts -> parts.keySet().containsAll(names))
                .map(parts -> names.stream().map(parts::get).collect(Collectors.toCollection(ArrayList<Object>::new)))
                .limit(MANY)
                .collect(Collectors.toList());
    }

    private static Map<String, Object> partsOf(Record answered) {
        Map<String, Object> parts = new HashMap<>();
        for (RecordComponent component : answered.getClass().getRecordComponents()) {
            parts.put(component.getName(), read(component, answered));
        }
        return parts;
    }

    /** The first of each part; then with one part changed, with two, and so on; at most so many. */
    private static List<List<Object>> combined(List<List<Object>> parts, int most) {
        if (parts.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        List<List<Object>> all = new ArrayList<>();
        List<Object> first = new ArrayList<>();
        parts.forEach(part -> first.add(part.getFirst()));
        all.add(first);
        for (int changed = 1; changed <= parts.size() && all.size() < most; changed++) {
            change(new Change(parts, most), first, 0, changed, all);
        }
        return all;
    }

    private record Change(List<List<Object>> parts, int most) {}

    private static void change(Change change, List<Object> base, int from, int left, List<List<Object>> all) {
        if (left == 0) {
            all.add(base);
            return;
        }
        for (int part = from; part + left <= change.parts().size(); part++) {
            for (Object value :
                    change.parts().get(part).subList(1, change.parts().get(part).size())) {
                if (all.size() >= change.most()) {
                    return;
                }
                List<Object> other = new ArrayList<>(base);
                other.set(part, value);
                change(change, other, part + 1, left - 1, all);
            }
        }
    }

    private static Class<?> boxed(Class<?> kind) {
        return kind.isPrimitive() ? Array.get(Array.newInstance(kind, 1), 0).getClass() : kind;
    }

    /** An answer in words that are equal when the answers are. */
    static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Optional<?> one -> one.map(Invention::said).orElse("nothing");
            case byte[] bytes -> Arrays.toString(bytes);
            case Object[] all -> said(Arrays.asList(all));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> said(entry.getKey()) + "=" + said(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> all -> all.stream().map(Invention::said).collect(Collectors.joining(",", "[", "]"));
            case Record row ->
                Arrays.stream(row.getClass().getRecordComponents())
                        .map(component -> said(read(component, row)))
                        .collect(Collectors.joining(",", row.getClass().getSimpleName() + "(", ")"));
            default -> value.toString();
        };
    }
}
