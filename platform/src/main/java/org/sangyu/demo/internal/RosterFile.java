package org.sangyu.demo.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the roster of one county as CSV, village by village, without keeping the people in memory. */
final class RosterFile {

    static final String[] HEADINGS = {
        "姓名", "身份证号", "性别", "出生日期", "乡镇（街道）", "村（社区）", "联系电话", "人员类别", "能力等级", "评估日期", "开户银行", "银行账号", "开户人"
    };

    private final Population population;
    private final List<DemoPerson.Home> homes;
    private final double scale;

    /** @param homes every village of the county with its township */
    RosterFile(Population population, List<DemoPerson.Home> homes, double scale) {
        this.population = population;
        this.homes = homes;
        this.scale = scale;
    }

    /**
     * Writes everybody; the same seed writes the same.
     *
     * @param firstSerial serial number of the first person; counties must not overlap
     * @param first written before the others
     * @return the serial number after the last person
     */
    long write(OutputStream out, long seed, long firstSerial, List<DemoPerson> first) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(writer, HEADINGS);
        for (DemoPerson person : first) {
            line(writer, person.cells());
        }
        long serial = firstSerial;
        for (DemoPerson.Home home : homes) {
            int size = Population.size(scale, random);
            for (int i = 0; i < size; i++) {
                line(writer, population.next(home, serial++, random).cells());
            }
        }
        writer.flush();
        return serial;
    }

    private static void line(Writer writer, String[] cells) throws IOException {
        writer.write(String.join(",", cells));
        writer.write('\n');
    }
}
