package org.sangyu.walks;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sangyu.regions.PlaceInfo;
import org.sangyu.regions.Regions;
import org.sangyu.registry.Sample;
import org.sangyu.shared.Place;

/** Ten thousand people with long names come into a county at once, so that pages are seen when they are full. */
final class Crowd {

    private static final int PEOPLE = 10_000;
    private static final int BORN_ON_A_DAY = 500;
    private static final List<String> NAMES = List.of("王秀英", "欧阳上官", "阿卜杜热合曼·买买提明·吐尔逊江", "古丽巴哈尔·阿不都热依木·艾合买提江", "李桂兰");
    private static final String BANK = "农村商业银行股份有限公司城关第一分理处";

    private final Walk town;
    private final Page page;
    private final Regions regions;

    Crowd(Walk town, Page page, Regions regions) {
        this.town = town;
        this.page = page;
        this.regions = regions;
    }

    /** At the desk of the county's clerk: hands in the roster, waits until it is read, and compares the month. */
    void comesTo(Place county, Path folder) throws IOException {
        Path roster = folder.resolve("二〇二六年第三季度全县（区）高龄老年人基本信息及银行账户核对花名册（最终版）-副本.csv");
        Files.write(roster, rows(villages(county)));
        page.navigate(town.address("/imports"));
        page.setInputFiles("#file", roster);
        page.locator("form[action='/imports'] button.primary").click();
        page.locator("#start-name").click();
        page.locator("#intake .badge.ok").waitFor();
        page.navigate(town.address("/enrolments"));
        page.locator("form[action='/enrolments/compare'] button").click();
        town.waitForJobs();
        town.settle(page);
    }

    /** Of every township the village with the longest name. */
    private List<String> villages(Place county) {
        return regions.children(county, 0, 50).stream()
                .flatMap(township -> regions.children(township.place(), 0, 200).stream()
                        .max(Comparator.comparingInt(
                                (PlaceInfo village) -> village.name().length()))
                        .map(village -> township.name() + "," + village.name())
                        .stream())
                .toList();
    }

    private static List<String> rows(List<String> villages) {
        List<String> rows = new ArrayList<>(PEOPLE + 1);
        rows.add("姓名,公民身份号码,乡镇（街道）,村（社区）,联系电话,开户银行,银行账号");
        for (int i = 0; i < PEOPLE; i++) {
            LocalDate born = LocalDate.of(1922, 1, 1).plusDays(600L * (i / BORN_ON_A_DAY));
            rows.add(String.join(
                    ",",
                    NAMES.get(i % NAMES.size()),
                    Sample.idNumber(born, i % BORN_ON_A_DAY + 400).value(),
                    villages.get(i % villages.size()),
                    "199%08d".formatted(i),
                    BANK,
                    "62170000%011d".formatted(i)));
        }
        return rows;
    }
}
