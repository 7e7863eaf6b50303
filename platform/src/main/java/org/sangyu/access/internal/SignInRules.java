package org.sangyu.access.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people get in, {@code sangyu.sign-in.*}.
 *
 * @param failures after how many failures from one network address an account is locked for that address
 * @param failuresEverywhere after how many from all addresses together it is locked for everybody: far more, so that a
 *     stranger who guesses does not keep the owner out
 * @param lock how long failures count, and so how long a lock lasts at most
 * @param passwordShortest characters of a password, at least
 * @param passwordKinds how many of small letters, capitals, digits and other characters it mixes, 1 to 4
 * @param passwordDays after how many days a new one is due; 0 for never. Not in a demonstration
 * @param idle after how long without a request a session ends
 * @param sessions in how many browsers at once one account may be signed in; the oldest is signed out. 0 for no limit
 * @param coverDays for how many days at most somebody may lend their desk to a colleague
 */
@ConfigurationProperties("sangyu.sign-in")
public record SignInRules(
        int failures,
        int failuresEverywhere,
        Duration lock,
        int passwordShortest,
        int passwordKinds,
        int passwordDays,
        Duration idle,
        int sessions,
        int coverDays) {}
