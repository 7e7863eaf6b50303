package org.sangyu.exchange.web;

import org.sangyu.exchange.internal.ApiProblems.Kind;
import org.sangyu.exchange.internal.Pace;
import org.sangyu.exchange.internal.Vendors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/**
 * Programs come in by a token with every request: no session, no cookie, hence no token against forged forms. Signing in
 * on a page opens nothing here, and a token opens no page.
 */
@Configuration
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain everyProgram(HttpSecurity http, Vendors vendors, Pace pace, ApiAnswers answers) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, ApiRoutes.OPENAPI)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(problems -> problems.authenticationEntryPoint((request, response, cause) ->
                        answers.send(answers.problems().of(Kind.TOKEN), request, response)))
                .addFilterBefore(new ApiDoor(vendors, pace, answers), ExceptionTranslationFilter.class)
                .build();
    }
}
