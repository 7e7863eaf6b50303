package org.sangyu.walks;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the program answers, as its routes say. */
record Sitemap(RequestMappingHandlerMapping routes) {

    /** A part of an address that stands for an id. */
    static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z0-9]+)(:(?:[^{}]|\\{[^}]*})*)?}");

    /** The patterns that answer a method, in their order. */
    List<String> patterns(String method) {
        return routes.getHandlerMethods().keySet().stream()
                .filter(info -> answers(info, method))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> !pattern.equals("/error"))
                .distinct()
                .sorted()
                .toList();
    }

    static boolean answers(RequestMappingInfo info, String method) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.valueOf(method));
    }

    /** A pattern with the same value for each variable. */
    static String filled(String pattern, String value) {
        return VARIABLE.matcher(pattern).replaceAll(value);
    }
}
