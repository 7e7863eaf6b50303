package org.sangyu.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sangyu.exchange.internal.ApiProblem;
import org.sangyu.exchange.internal.ApiProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Sends problems, from a filter as from a route. */
@Component
class ApiAnswers {

    private static final String CHALLENGE = "Bearer realm=\"sangyu\"";

    private final ApiProblems problems;

    ApiAnswers(ApiProblems problems) {
        this.problems = problems;
    }

    /** Words for what stands in the way. */
    ApiProblems problems() {
        return problems;
    }

    void send(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = problems.write(problem, request.getRequestURI());
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    ServerResponse of(ApiProblem problem, HttpServletRequest request) {
        return ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.write(problem, request.getRequestURI()));
    }
}
