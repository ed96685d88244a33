package io.newsfold.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundKeyTest {
    @ParameterizedTest
    @CsvSource({
        "LPKL, Rafiqul Рафикул रफीकुल 拉菲库尔",
        "STL, Chowdhury Чоудхури चौधरी 乔杜里",
        "KSKN, Gascón Гаскон गास्कोन 加斯孔",
        "LNP, Hallenbach Халленбах हालेनबाख 哈伦巴赫 هالنباخ",
        "TMPLK, Tumbelaka Тумбелака तुम्बेलाका",
        "TNTN, Tondano Тондано तोंदानो 通达诺市 توندانو",
        "SLNSK, Zelensky Зеленский ゼレンスキー"
    })
    void aNameHasOneKeyInAllScripts(String key, String words) {
        assertThat(words.split(" "))
                .allSatisfy(word -> assertThat(SoundKey.of(word)).as(word).isEqualTo(key));
    }

    @Test
    void shortWordsHaveNoKey() {
        assertThat(SoundKey.ofWords("Kim Jong-un")).containsExactly("SNK");
        assertThat(SoundKey.ofWords("李")).isEmpty();
        assertThat(SoundKey.ofWords("")).isEmpty();
        assertThat(SoundKey.ofWords("— · 42")).isEmpty();
    }
}
