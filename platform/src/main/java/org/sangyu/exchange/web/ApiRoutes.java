package org.sangyu.exchange.web;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sangyu.exchange.internal.ApiLimits;
import org.sangyu.exchange.internal.ApiProblem;
import org.sangyu.exchange.internal.ApiProblems.Kind;
import org.sangyu.exchange.internal.Asked;
import org.sangyu.exchange.internal.AskedDecisions;
import org.sangyu.exchange.internal.Vendor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The addresses that programs ask, described by {@code openapi.yaml}; whatever is no such address says so. */
@Configuration
class ApiRoutes {

    static final String OPENAPI = "/api/v1/openapi.yaml";

    private static final String PACKS = "Sangyu-Packs";
    private static final String DECISIONS = "/api/v1/decisions";
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final AskedDecisions decisions;
    private final ApiLimits limits;
    private final ApiAnswers answers;

    ApiRoutes(AskedDecisions decisions, ApiLimits limits, ApiAnswers answers) {
        this.decisions = decisions;
        this.limits = limits;
        this.answers = answers;
    }

    @Bean
    RouterFunction<ServerResponse> programs() {
        return RouterFunctions.route(POST(DECISIONS), this::decide)
                .andRoute(GET(OPENAPI), request -> openapi())
                .andRoute(path(DECISIONS), request -> otherMethod("POST", request))
                .andRoute(path(OPENAPI), request -> otherMethod("GET", request))
                .andRoute(path("/api/**"), request -> problem(Kind.NO_SUCH_ADDRESS, request, OPENAPI));
    }

    private static ServerResponse openapi() {
        return ServerResponse.ok().contentType(YAML).body(new ClassPathResource("api/openapi.yaml"));
    }

    private ServerResponse decide(ServerRequest request) throws IOException {
        if (!isJson(request.servletRequest().getContentType())) {
            return problem(Kind.NOT_JSON_TYPE, request);
        }
        byte[] body = body(request.servletRequest());
        if (body == null) {
            return problem(Kind.TOO_LARGE, request, limits.bytes());
        }
        return switch (decisions.read(body)) {
            case Asked.Wrong wrong -> sent(answers.problems().of(wrong), request);
            case Asked.TooMany many -> problem(Kind.TOO_MANY_PEOPLE, request, limits.people(), many.people());
            case Asked.Question question -> answer(question, request);
        };
    }

    private ServerResponse answer(Asked.Question question, ServerRequest request) {
        Vendor vendor = vendor();
        if (!vendor.mayAsk(question.region())) {
            return problem(
                    Kind.OTHER_REGION,
                    request,
                    question.region().digits(),
                    vendor.region() == null ? "" : vendor.region().digits());
        }
        AskedDecisions.Answer answer = decisions.answer(question);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(PACKS, answer.packs())
                .body(answer.json());
    }

    private static Vendor vendor() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Vendor vendor) {
            return vendor;
        }
        throw new IllegalStateException("the door lets only vendors in");
    }

    /** What was sent; null when it is more than one question may have. */
    private byte @Nullable [] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limits.bytes()) {
            return null;
        }
        byte[] read = request.getInputStream().readNBytes(limits.bytes() + 1);
        return read.length > limits.bytes() ? null : read;
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
                            MediaType.parseMediaType(type.toLowerCase(Locale.ROOT)));
        } catch (InvalidMediaTypeException wrong) {
            return false;
        }
    }

    private ServerResponse otherMethod(String allowed, ServerRequest request) {
        ApiProblem problem = answers.problems().of(Kind.METHOD, request.method().name(), allowed);
        return ServerResponse.from(sent(problem, request))
                .header(HttpHeaders.ALLOW, allowed)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answers.problems().write(problem, request.servletRequest().getRequestURI()));
    }

    private ServerResponse problem(Kind kind, ServerRequest request, Object... arguments) {
        return sent(answers.problems().of(kind, arguments), request);
    }

    private ServerResponse sent(ApiProblem problem, ServerRequest request) {
        return answers.of(problem, request.servletRequest());
    }
}
