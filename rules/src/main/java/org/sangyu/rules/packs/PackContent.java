package org.sangyu.rules.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one pack says, as far as it could be read. Filled by {@link PackReader} and not changed afterwards. */
final class PackContent {
    final Pack pack;
    final Position at;
    final List<Benefit> benefits = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<ReceivedBenefit> received = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<Setting> settings = new ArrayList<>();
    final Map<String, Parameter<Status>> status = new LinkedHashMap<>();
    final Map<String, Parameter<Condition>> who = new LinkedHashMap<>();
    final Map<String, Parameter<Standard>> amounts = new LinkedHashMap<>();
    final Map<String, Parameter<Condition>> members = new LinkedHashMap<>();
    final Map<String, Parameter<Conflict>> conflicts = new LinkedHashMap<>();
    final List<Parameter<FreeValue>> free = new ArrayList<>();
    final List<Target> targets = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<PackFile> cases = new ArrayList<>();
    final List<PackFile> groupCases = new ArrayList<>();

    @Nullable
    Parameter<List<ServiceItem>> serviceList;

    PackContent(Pack pack, Position at) {
        this.pack = pack;
        this.at = at;
    }
}
