package org.sangyu.ui;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes one part of an address' query and keeps all others in their order. */
final class Addresses {

    private Addresses() {}

    /** The address with {@code name} set once to the value, or without it when the value is null. */
    static String with(String address, String name, @Nullable String value) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        List<String> kept = new ArrayList<>();
        if (mark >= 0) {
            for (String part : address.substring(mark + 1).split("&", -1)) {
                if (!part.isEmpty() && !name.equals(nameOf(part))) {
                    kept.add(part);
                }
            }
        }
        if (value != null) {
            kept.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }

    /** True for an address inside this installation: one slash, no scheme, no host, no control characters. */
    static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.startsWith("/\\")
                && address.chars().noneMatch(Character::isISOControl);
    }

    private static String nameOf(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
