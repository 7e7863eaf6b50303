package org.sangyu.access.internal;

import java.util.List;
import org.sangyu.launch.Announcement;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.ui.Dictionary;
import org.sangyu.ui.Language;
import org.sangyu.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets the first person into an installation that is no demonstration: the security administrator, who makes everybody
 * else's account; one password for one sign-in, named on the console. As long as nobody used it, each start names a new one.
 */
@Component
class FirstAdministrator implements Announcement {

    private static final String NAME = "security";

    private final AccountKeeping keeping;
    private final Words chinese;
    private final boolean demonstration;

    FirstAdministrator(
            AccountKeeping keeping,
            Dictionary dictionary,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.keeping = keeping;
        this.chinese = dictionary.in(Language.ZH);
        this.demonstration = demonstration;
    }

    @Override
    public List<String> lines() {
        if (demonstration) {
            return List.of();
        }
        AccountKeeping.NewAccount first = new AccountKeeping.NewAccount(
                NAME, chinese.say("access.role.SECURITY"), AccountKeeping.DeskWanted.of(Role.SECURITY, Place.NATION));
        return keeping.createFirst(first)
                .or(keeping::renewUnused)
                .map(password -> List.of(chinese.say("access.first", NAME, password), ""))
                .orElse(List.of());
    }
}
