package org.sangyu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("姓名的拼音与检索键")
class PinyinTest {

    @ParameterizedTest(name = "{0} 读作 {1}")
    @CsvSource({
        "王秀英, wangxiuying, wxy, 秀英",
        "单田芳, shantianfang, stf, 田芳",
        "曾国藩, zengguofan, zgf, 国藩",
        "仇英, qiuying, qy, 英",
        "解缙, xiejin, xj, 缙",
        "查良镛, zhaliangyong, zly, 良镛",
        "区寄, ouji, oj, 寄",
        "朴正花, piaozhenghua, pzh, 正花",
        "盖叫天, gejiaotian, gjt, 叫天",
        "乐毅, yueyi, yy, 毅",
        "缪荃孙, miaoquansun, mqs, 荃孙",
        "翟秀兰, zhaixiulan, zxl, 秀兰",
        "吕秀莲, lvxiulian, lxl, 秀莲",
        "尉迟恭, yuchigong, ycg, 恭",
        "万俟卨, moqixie, mqx, 卨",
        "欧阳修, ouyangxiu, oyx, 修",
        "任解放, renjiefang, rjf, 解放"
    })
    void readsSurnamesByTheirOwnReading(String name, String pinyin, String initials, String given) {
        NameKeys keys = Pinyin.keysOf(name);
        assertThat(keys).isEqualTo(new NameKeys(name, given, pinyin, initials));
    }

    @Test
    @DisplayName("姓名中间的空格与全角字符去掉，间隔号统一")
    void mendsWhatClerksType() {
        assertThat(Pinyin.normalise(" 王　芳 ")).isEqualTo("王芳");
        assertThat(Pinyin.normalise("买买提•吐尔逊")).isEqualTo("买买提·吐尔逊");
        assertThat(Pinyin.normalise("Norman  Bethune")).isEqualTo("Norman Bethune");
    }

    @Test
    @DisplayName("有间隔号的名字，间隔号后的部分可单独检索")
    void findsTheSecondPartOfANameWithADot() {
        assertThat(Pinyin.keysOf("买买提·吐尔逊").given()).isEqualTo("吐尔逊");
    }

    @Test
    @DisplayName("只有一个字的名字不丢失；没有读音的字不出错")
    void keepsOddNames() {
        assertThat(Pinyin.keysOf("王")).isEqualTo(new NameKeys("王", "王", "wang", "w"));
        assertThat(Pinyin.keysOf("王𠮷").name()).isEqualTo("王𠮷");
        assertThat(Pinyin.keysOf("").pinyin()).isEmpty();
    }

    @Test
    @DisplayName("姓是扩展区的字：按一个字算，名字不缺半个字")
    void aRareSurnameIsOneCharacter() {
        assertThat(Pinyin.keysOf("𬱖玉").given()).isEqualTo("玉");
        assertThat(Pinyin.keysOf("𬱖").given()).isEqualTo("𬱖");
    }

    @Test
    @DisplayName("检索用的字母：大小写、声调、lü 与 lyu 都可以")
    void normalisesTypedLetters() {
        assertThat(Pinyin.normaliseLetters("Lǚ Xiù-Lián")).isEqualTo("lvxiulian");
        assertThat(Pinyin.normaliseLetters("lyu")).isEqualTo("lv");
    }
}
