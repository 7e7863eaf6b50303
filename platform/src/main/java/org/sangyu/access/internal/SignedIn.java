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
    private final boolean secondFactor;
    private @Nullable String secret;

    SignedIn(UUID id, String account, String person, String secret, Due due) {
        this.id = id;
        this.account = account;
        this.person = person;
        this.secret = secret;
        this.temporary = due.newPassword();
        this.secondFactor = due.code();
    }

    /**
     * What is due before anything else.
     *
     * @param newPassword the present one was given by somebody else, or is too old
     * @param code a second factor is asked for
     */
    record Due(boolean newPassword, boolean code) {}

    UUID id() {
        return id;
    }

    String person() {
        return person;
    }

    /** True when a code is asked for after the password. */
    boolean hasSecondFactor() {
        return secondFactor;
    }

    /** True when the password was given by somebody else, or is too old, and must be changed first. */
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
