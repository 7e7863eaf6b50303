package org.sangyu.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** A sixth region that exists nowhere: from 75, four bands, other groups, a longer list; only files, no Java. */
public final class InventedRegion {
    /** Its folder below the packs folder. */
    public static final String FOLDER = "cn/99-nowhere";

    private static final String CITE = "kind: RULE, source: {document: nowhere-1, clause: 第1条}";

    private InventedRegion() {}

    /** All its files. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FOLDER + "/pack.yaml", "region: \"99\"\nname: {zh: 乌有省, en: Nowhere}\n");
        files.put(FOLDER + "/documents.yaml", """
                documents:
                  - {id: nowhere-1, title: {zh: 乌有省办法, en: Rules of Nowhere}, issuer: {zh: 乌有省, en: Nowhere}, in_hand: true}
                """);
        files.put(FOLDER + "/benefits/advanced-age-allowance/benefit.yaml", """
                status: [{is: IN_FORCE, from: always, %s}]
                who: [{is: {age: {at_least: 75}}, from: always, %s}]
                """.formatted(CITE, CITE));
        files.put(FOLDER + "/benefits/advanced-age-allowance/amount.yaml", """
                description: {zh: 高龄津贴, en: Allowance}
                unit: CNY/month
                strength: FLOOR
                values:
                  - from: 2020-01-01
                    bands: [{from_age: 75, amount: "10.00"}, {from_age: 80, amount: "40.50"}, {from_age: 95, amount: "90.00"}, {from_age: 110, amount: "1000.00"}]
                    kind: RULE
                    source: {document: nowhere-1, clause: 第1条}
                reviewed: {on: 2024-01-01, by: test}
                """);
        files.put(FOLDER + "/groups.yaml", """
                groups:
                  visit: [{from: always, is: {all: [{tag: LIVING_ALONE}, {age: {at_least: 75}}]}, %s}]
                """.formatted(CITE));
        return files;
    }

    /** The same with one more county below it, whose amount file says this. */
    public static Map<String, String> withCounty(String amountValues) {
        Map<String, String> files = files();
        String county = FOLDER + "/9901-nocity";
        files.put(county + "/pack.yaml", "region: \"9901\"\nname: {zh: 乌有市, en: Nocity}\n");
        files.put(county + "/benefits/advanced-age-allowance/amount.yaml", """
                description: {zh: 高龄津贴, en: Allowance}
                unit: CNY/month
                values:
                %s
                reviewed: {on: 2030-01-01, by: test}
                """.formatted(amountValues.indent(2)));
        return files;
    }

    /** One dated value of the county with these bands. */
    public static String value(String from, String bands) {
        return "- {from: " + from + ", bands: [" + bands + "], " + CITE + "}\n";
    }

    /** A source for further invented values. */
    public static String cite() {
        return CITE;
    }
}
