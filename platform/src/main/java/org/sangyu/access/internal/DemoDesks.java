package org.sangyu.access.internal;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sangyu.access.DemoAccount;
import org.sangyu.access.DemoAccounts;
import org.sangyu.regions.Regions;
import org.sangyu.shared.ElderId;
import org.sangyu.shared.Place;
import org.sangyu.shared.Role;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes demonstration accounts, named after the place in pinyin and the work: {@code <place>.clerk}. */
@Component
class DemoDesks implements DemoAccounts {

    private static final int PASSWORD_LENGTH = 8;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙");
    private static final List<String> GIVEN = List.of("志强", "晓燕", "建华", "淑芳", "海涛", "文静", "国庆", "丽娟", "永刚", "春梅", "东升");

    private final AccountTables accounts;
    private final PasswordEncoder encoder;
    private final TimeOrderedIds ids;
    private final Regions regions;
    private final DemoOutside outside;
    private final boolean demonstration;
    private final String password;
    private @Nullable String secret;

    DemoDesks(
            AccountTables accounts,
            PasswordEncoder encoder,
            TimeOrderedIds ids,
            Regions regions,
            DemoOutside outside,
            FieldKeys keys,
            @Value("${sangyu.demonstration:false}") boolean demonstration) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.ids = ids;
        this.regions = regions;
        this.outside = outside;
        this.demonstration = demonstration;
        this.password = spell(keys.index()
                .inUse()
                .getFirst()
                .engine()
                .mac("demonstration-password".getBytes(StandardCharsets.US_ASCII), new byte[0]));
    }

    @Override
    public List<DemoAccount> createForCounty(Named city, Named county, Named township, Named village) {
        String prefix = pinyin(county.name());
        NewDesk chief = NewDesk.of(prefix + ".chief", Role.COUNTY_CHIEF, county);
        List<DemoAccount> made = Stream.of(
                        NewDesk.of(prefix + ".clerk", Role.COUNTY_CLERK, county),
                        NewDesk.of(prefix + ".review", Role.COUNTY_REVIEWER, county),
                        chief,
                        NewDesk.of(prefix + ".finance", Role.COUNTY_FINANCE, county),
                        NewDesk.of(prefix + ".town", Role.TOWNSHIP, township),
                        NewDesk.of(prefix + ".village", Role.VILLAGE, village),
                        NewDesk.of(pinyin(city.name()) + ".city", Role.CITY, city))
                .map(this::create)
                .toList();
        create(new NewDesk(chief.account(), chief.person(), Role.COUNTY_REVIEWER, county, null));
        Stream<DemoAccount> more = DemoOutside.desks(county, township).stream()
                .map(one -> create(NewDesk.of(prefix + "." + one.word(), one.role(), one.place())));
        return Stream.concat(made.stream(), more).toList();
    }

    @Override
    public List<DemoAccount> createAdministrators() {
        Named everywhere = new Named(Place.NATION, "");
        return Stream.of(
                        NewDesk.of("admin", Role.ADMINISTRATOR, everywhere),
                        NewDesk.of("security", Role.SECURITY, everywhere),
                        NewDesk.of("auditor", Role.AUDITOR, everywhere))
                .map(this::create)
                .toList();
    }

    @Override
    public DemoAccount createForElder(ElderId elder, String person, Named village) {
        return create(new NewDesk(pinyin(person), person, Role.ELDER, village, elder.value()));
    }

    @Override
    public List<DemoAccount> listAll() {
        if (!demonstration) {
            return List.of();
        }
        List<Grant> grants = accounts.demonstrationGrants();
        Map<Place, String> names =
                regions.names(grants.stream().map(Grant::place).toList());
        return grants.stream()
                .map(grant -> new DemoAccount(
                        grant.account(),
                        grant.person(),
                        grant.role(),
                        grant.place().equals(Place.NATION) ? "" : names.getOrDefault(grant.place(), ""),
                        password))
                .toList();
    }

    private DemoAccount create(NewDesk desk) {
        if (!demonstration) {
            throw new IllegalStateException("demonstration accounts are made only in a demonstration");
        }
        UUID id = accounts.keepAccount(
                new AccountTables.NewAccount(ids.next(), desk.account(), desk.person(), secret(), true));
        Grant grant = new Grant(
                ids.next(),
                desk.account(),
                desk.person(),
                desk.role(),
                desk.place().place(),
                desk.elder());
        accounts.keepGrant(id, outside.placed(grant, desk.place()));
        return new DemoAccount(
                desk.account(), desk.person(), desk.role(), desk.place().name(), password);
    }

    /** A desk with the account that works there. */
    private record NewDesk(
            String account,
            String person,
            Role role,
            Named place,
            @Nullable UUID elder) {

        static NewDesk of(String account, Role role, Named place) {
            return new NewDesk(account, invented(place.place(), role), role, place, null);
        }
    }

    /** One secret serves all: hashing takes as long as a sign-in. */
    private synchronized String secret() {
        if (secret == null) {
            secret = encoder.encode(password);
        }
        return secret;
    }

    private static String invented(Place place, Role role) {
        int number = List.of(Role.values()).indexOf(role);
        int spread = Math.floorMod(place.path().hashCode(), SURNAMES.size() * GIVEN.size());
        return SURNAMES.get((spread + number) % SURNAMES.size())
                + GIVEN.get((spread / SURNAMES.size() + number) % GIVEN.size());
    }

    private static String pinyin(String chinese) {
        return Transliterator.getInstance("Han-Latin; Latin-ASCII")
                .transliterate(chinese)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static String spell(byte[] bytes) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            word.append(LETTERS.charAt(Byte.toUnsignedInt(bytes[i]) % LETTERS.length()));
        }
        return word.toString();
    }
}
