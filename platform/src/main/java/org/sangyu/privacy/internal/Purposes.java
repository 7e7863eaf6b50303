package org.sangyu.privacy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The register of processing purposes (个人信息处理活动登记) as {@code privacy/register.yaml} holds it; read once. */
@Component
public class Purposes {

    private static final String FILE = "privacy/register.yaml";

    private final List<Purpose> all;
    private final Map<String, Period> least;

    Purposes() {
        Map<?, ?> read = read();
        this.all = ((List<?>) part(read, "register"))
                .stream().map(one -> purpose((Map<?, ?>) one)).toList();
        this.least = ((Map<?, ?>) part(read, "least"))
                .entrySet().stream()
                        .collect(java.util.stream.Collectors.toUnmodifiableMap(
                                one -> one.getKey().toString(),
                                one -> Period.parse(one.getValue().toString())));
    }

    /**
     * One kind of personal data. All but the addresses, columns and kinds of facts are words keys.
     *
     * @param id what it is
     * @param facts kinds of facts that hold it
     * @param columns protected columns that hold it
     * @param sensitive true for what the law calls sensitive
     * @param grounds why it may be processed
     * @param from where it comes from
     * @param pages addresses under which it is seen
     * @param kept kinds of retention that end it; empty when none can
     * @param protection how it is protected
     */
    public record Purpose(
            String id,
            List<String> facts,
            List<String> columns,
            boolean sensitive,
            List<String> grounds,
            List<String> from,
            List<String> pages,
            List<String> kept,
            List<String> protection) {}

    /** All, in the order of the file. */
    public List<Purpose> all() {
        return all;
    }

    /** How long a kind of record must be kept at least by law. */
    Optional<Period> least(String kind) {
        return Optional.ofNullable(least.get(kind));
    }

    private static Map<?, ?> read() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new Yaml(new SafeConstructor(options)).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Purpose purpose(Map<?, ?> one) {
        return new Purpose(
                part(one, "id").toString(),
                texts(one, "facts"),
                texts(one, "columns"),
                Boolean.TRUE.equals(one.get("sensitive")),
                texts(one, "grounds"),
                texts(one, "from"),
                texts(one, "pages"),
                texts(one, "kept"),
                texts(one, "protection"));
    }

    private static Object part(Map<?, ?> of, String name) {
        return Objects.requireNonNull(of.get(name), () -> FILE + " lacks " + name);
    }

    private static List<String> texts(Map<?, ?> of, String name) {
        return of.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
