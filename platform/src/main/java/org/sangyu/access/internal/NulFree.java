package org.sangyu.access.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses a request with the character 0 in what was typed as malformed (400): no form of ours sends it, no table takes
 * it. The error page that says so carries the same parameters and must be let through.
 */
final class NulFree extends StrictHttpFirewall {

    private final StrictHttpFirewall forErrorPage = new StrictHttpFirewall();

    NulFree() {
        setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? forErrorPage.getFirewalledRequest(request)
                : super.getFirewalledRequest(request);
    }
}
