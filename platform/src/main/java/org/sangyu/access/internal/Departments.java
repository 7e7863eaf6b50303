package org.sangyu.access.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The departments of the data, read once at the start; a wrong entry stops the start. */
@Component
public final class Departments {

    private final Map<String, Department> all;

    Departments() {
        try (InputStream in = new ClassPathResource("departments/departments.yaml").getInputStream()) {
            this.all = read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of the data. */
    public List<Department> all() {
        return List.copyOf(all.values());
    }

    /** The department with a code. */
    public Optional<Department> find(String code) {
        return Optional.ofNullable(all.get(code));
    }

    private static Map<String, Department> read(InputStream in) {
        Map<?, ?> data = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        Map<String, Department> found = new LinkedHashMap<>();
        part(data, "departments").forEach((code, entry) -> {
            Map<?, ?> one = (Map<?, ?>) Objects.requireNonNull(entry);
            Map<?, ?> names = part(one, "name");
            List<?> sources = (List<?>) Objects.requireNonNull(one.get("sources"), code + " has no sources");
            found.put(
                    String.valueOf(code),
                    new Department(
                            String.valueOf(code),
                            text(names, "zh"),
                            text(names, "en"),
                            sources.stream().map(String::valueOf).collect(Collectors.toSet())));
        });
        return found;
    }

    private static Map<?, ?> part(Map<?, ?> of, String key) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(key), "departments.yaml lacks " + key);
    }

    private static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key), "departments.yaml lacks " + key));
    }
}
