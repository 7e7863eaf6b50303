package org.sangyu.access.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.sangyu.shared.Role;
import org.sangyu.testing.AppTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.MockMvc;

@AppTest
@Import(SignedInAs.class)
@DisplayName("没有的账号")
class UnknownAccountAppTest {

    @Autowired
    MockMvc web;

    @Autowired
    SignedInAs as;

    @MockitoSpyBean
    PasswordEncoder encoder;

    @Test
    @DisplayName("有没有这个账号，从等多久看不出来：都算一次口令")
    void costsAsMuchAsAKnownOne() throws Exception {
        refused(as.account(Role.COUNTY_CLERK, "C0G0804"));
        refused("nobody.has.this.name");
    }

    private void refused(String name) throws Exception {
        web.perform(post("/sign-in")
                .param("account", "first.of.all")
                .param("password", "x")
                .with(csrf()));
        clearInvocations(encoder);
        web.perform(post("/sign-in")
                        .param("account", name)
                        .param("password", "wrong")
                        .with(csrf()))
                .andExpect(forwardedUrl("/sign-in/refused"));
        verify(encoder, times(1)).matches(any(), any());
    }
}
