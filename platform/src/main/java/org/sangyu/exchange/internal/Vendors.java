package org.sangyu.exchange.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sangyu.rules.RegionCode;
import org.sangyu.shared.Audit;
import org.sangyu.shared.CurrentDesk;
import org.sangyu.shared.TimeOrderedIds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets vendors in, finds them by their tokens, takes tokens back; both deeds stand in the ledger. */
@Service
public class Vendors {

    private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

    private final VendorTable table;
    private final TimeOrderedIds ids;
    private final Audit audit;
    private final Clock clock;

    Vendors(VendorTable table, TimeOrderedIds ids, Audit audit, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A vendor to be let in.
     *
     * @param region inside which it may ask; null is everywhere
     * @param to first day no longer, null when open
     */
    public record Wanted(
            String name,
            @Nullable RegionCode region,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A vendor let in, with the token that is shown once. */
    public record Admitted(UUID id, String token) {}

    /** Vendors, newest first; at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Vendor> list(int offset, int limit) {
        return table.list(offset, limit);
    }

    /** The vendor with this id. */
    @Transactional(readOnly = true)
    public Optional<Vendor> find(UUID id) {
        return table.find(id);
    }

    /** Lets a vendor in; of the token only its hash is kept. */
    @Transactional
    public Admitted admit(Wanted wanted) {
        String token = VendorToken.draw();
        UUID id = ids.next();
        String by = CurrentDesk.get().name();
        table.keep(
                new Vendor(
                        id,
                        wanted.name(),
                        wanted.region(),
                        wanted.from(),
                        wanted.to(),
                        null,
                        null,
                        clock.instant(),
                        by),
                VendorToken.hash(token));
        Map<String, String> detail = new HashMap<>();
        detail.put("vendor", wanted.name());
        detail.put("region", wanted.region() == null ? "" : wanted.region().digits());
        audit.write("exchange.vendor.admit", id, null, detail);
        return new Admitted(id, token);
    }

    /** Takes the token back at once and for good; false when it was taken back before. */
    @Transactional
    public boolean revoke(Vendor vendor) {
        boolean done = table.revoke(vendor.id(), clock.instant());
        if (done) {
            audit.write("exchange.vendor.revoke", vendor.id(), null, Map.of("vendor", vendor.name()));
        }
        return done;
    }

    /**
     * The vendor whose token this is and who may ask today. For a token that nobody has, that is not yet or no longer
     * good and that was taken back the work is the same, one hash and one look-up, and so is the answer.
     */
    @Transactional
    public Optional<Vendor> enter(String token) {
        Instant now = clock.instant();
        Optional<Vendor> found = table.findBySecret(VendorToken.hash(token))
                .filter(vendor -> vendor.state(LocalDate.now(clock)) == Vendor.State.ACTIVE);
        found.filter(vendor -> vendor.lastUsed() == null
                        || !vendor.lastUsed().plus(NOTED_AGAIN).isAfter(now))
                .ifPresent(vendor -> table.used(vendor.id(), now));
        return found;
    }
}
