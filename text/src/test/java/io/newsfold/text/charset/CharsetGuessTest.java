package io.newsfold.text.charset;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Flag;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251|Городской совет решил закрыть старый мост на восемнадцать месяцев.",
                "KOI8-R|Городской совет решил закрыть старый мост на восемнадцать месяцев.",
                "ISO-8859-5|Городской совет решил закрыть старый мост на восемнадцать месяцев.",
                "IBM866|Городской совет решил закрыть старый мост на восемнадцать месяцев.",
                "windows-1253|Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα.",
                "windows-1255|מועצת העיר החליטה לסגור את הגשר הישן לשמונה עשר חודשים",
                "ISO-8859-2|Městská rada rozhodla uzavřít starý most na osmnáct měsíců, řekl mluvčí úřadu včera.",
                "windows-1252|Café “Phare” — naïve",
                "EUC-JP|市議会は火曜日の夜、古い橋を十八か月のあいだ閉じることを決めました。",
                "x-windows-949|시의회는 화요일 밤 오래된 다리를 열여덟 달 동안 닫기로 결정했습니다.",
                "ISO-2022-JP|市議会は橋を閉じることを決めました。",
            })
    void undeclaredBytesAreReadByTheirLanguage(String charset, String text) {
        String page = "<p>" + text + "</p>\n";

        assertThat(ByteDecoder.decode(page.getBytes(Charset.forName(charset)), null))
                .isEqualTo(FlaggedText.of(page).flagged(Flag.CHARSET_GUESSED));
    }
}
