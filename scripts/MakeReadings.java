import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Makes regions/readings.txt: a reading for each Chinese character in a place name (ICU Han-Latin), then readings that
 * place names have of their own. ICU takes about 0.2 ms a character, too long for a first start, hence prepared.
 *
 * <p>{@code java -cp icu4j-78.1.jar scripts/MakeReadings.java platform/src/main/resources/regions}
 */
public class MakeReadings {

    private static final String OWN = "长 chang,单 shan,曾 zeng,都 du,仇 qiu,查 zha,解 xie,卜 bu,地 di,蔚 yu,浚 xun,弄 long,"
            + "堡 bao,圩 wei,埔 pu,漯 luo,郓 yun,亳 bo,歙 she,黟 yi,"
            + "重庆 chong qing,厦门 xia men,六安 lu an,六合 lu he,蚌埠 beng bu,枞阳 zong yang,荥阳 xing yang,荥经 ying jing,"
            + "什邡 shi fang,铅山 yan shan,番禺 pan yu,泌阳 bi yang,乐亭 lao ting,乐清 yue qing,洪洞 hong tong,大埔 da bu,"
            + "浒墅 xu shu,大城 dai cheng,阿城 a cheng,东阿 dong e,尉犁 yu li,大荔 da li,长子 zhang zi,洪洞 hong tong,"
            + "台州 tai zhou,会稽 kuai ji,会理 hui li,石柱 shi zhu,天台 tian tai,丽水 li shui,牟平 mu ping,中牟 zhong mu,"
            + "西藏 xi zang,宿迁 su qian,任丘 ren qiu,任县 ren xian,泊头 bo tou,任城 ren cheng,十里堡 shi li pu";

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TreeSet<Integer> characters = new TreeSet<>();
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("places.gz")));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> line.codePoints().forEach(characters::add));
        }
        Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
        Map<String, String> readings = new TreeMap<>();
        for (int character : characters) {
            String text = Character.toString(character);
            String reading = latin.transliterate(text).strip();
            if (Character.isIdeographic(character) && reading.matches("[a-z]+")) {
                readings.put(text, reading);
            }
        }
        for (String own : OWN.split(",")) {
            String[] parts = own.split(" ", 2);
            readings.put(parts[0], parts[1]);
        }
        StringBuilder out = new StringBuilder();
        readings.forEach((text, reading) -> out.append(text).append('\t').append(reading).append('\n'));
        Files.writeString(folder.resolve("readings.txt"), out);
        System.out.println(readings.size() + " readings");
    }
}
