package org.sangyu.access.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session; what they may do follows from the desk, not from here. */
final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String account;
    private final String person;
    private final boolean temporary;
    private @Nullable String secret;

    SignedIn(UUID id, String account, String person, String secret, boolean temporary) {
        this.id = id;
        this.account = account;
        this.person = person;
        this.secret = secret;
        this.temporary = temporary;
    }

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    /** True when the password was given by somebody else and must be changed first. */
    boolean temporary() {
        return temporary;
    }

    @Override
    public String getUsername() {
        return account;
    }

    @Override
    public @Nullable String getPassword() {
        return secret;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        secret = null;
    }
}
