package io.newsfold.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The harbour office said on Monday that the ferry will not sail before Thursday evening.
            de | Das Hafenamt teilte am Montag mit, dass die Fähre nicht vor Donnerstagabend fahren wird.
            fr | Le bureau du port a annoncé lundi que le ferry ne partira pas avant jeudi soir.
            es | La oficina del puerto dijo el lunes que el ferri no zarpará antes del jueves por la noche.
            pt | O gabinete do porto disse na segunda-feira que a balsa não partirá antes da noite de quinta-feira.
            gl | A oficina do porto dixo o luns que o transbordador non sairá ata a noite do xoves.
            it | L'ufficio del porto ha detto lunedì che il traghetto non partirà prima di giovedì sera.
            nl | Het havenkantoor zei maandag dat de veerboot niet voor donderdagavond zal vertrekken.
            af | Die hawekantoor het Maandag gesê dat die veerboot nie voor Donderdagaand sal vertrek nie.
            da | Havnekontoret oplyste mandag, at færgen ikke sejler før torsdag aften på grund af høje bølger.
            no | Havnekontoret opplyste mandag at fergen ikke seiler før torsdag kveld på grunn av høye bølger.
            sv | Hamnkontoret meddelade i måndags att färjan inte avgår före torsdag kväll på grund av höga vågor.
            cs | Přístavní úřad v pondělí oznámil, že trajekt nevypluje dříve než ve čtvrtek večer kvůli vlnám.
            sk | Prístavný úrad v pondelok oznámil, že trajekt nevypláva skôr ako vo štvrtok večer pre vlny.
            hr | Lučka uprava priopćila je u ponedjeljak da trajekt neće isploviti prije četvrtka navečer.
            sr | Lučka uprava saopštila je u ponedeljak da trajekt neće isploviti pre četvrtka uveče.
            ru | Администрация порта сообщила в понедельник, что паром не выйдет раньше вечера четверга.
            uk | Адміністрація порту повідомила в понеділок, що пором не вийде раніше вечора четверга.
            be | Адміністрацыя порта паведаміла ў панядзелак, што паром не выйдзе раней за вечар чацвярга.
            bg | Администрацията на пристанището съобщи в понеделник, че фериботът няма да тръгне преди четвъртък.
            ar | قالت إدارة الميناء يوم الاثنين إن العبارة لن تبحر قبل مساء الخميس بسبب الأمواج العالية.
            fa | اداره بندر روز دوشنبه اعلام کرد که کشتی تا پیش از عصر پنجشنبه حرکت نخواهد کرد.
            ur | بندرگاہ کے دفتر نے پیر کو کہا کہ جہاز جمعرات کی شام سے پہلے روانہ نہیں ہو گا۔
            hi | बंदरगाह कार्यालय ने सोमवार को कहा कि नौका गुरुवार शाम से पहले रवाना नहीं होगी।
            mr | बंदर कार्यालयाने सोमवारी सांगितले की बोट गुरुवारी संध्याकाळपूर्वी निघणार नाही आणि प्रवासी थांबले आहेत.
            id | Kantor pelabuhan mengatakan pada hari Senin bahwa feri tidak akan berlayar sebelum Kamis malam.
            zh | 港务局周一表示,由于风浪太大,渡轮在周四晚上之前不会启航。
            ja | 港湾事務所は月曜日、高波のためフェリーは木曜日の夜まで出航しないと発表した。
            ko | 항만 사무소는 월요일 높은 파도 때문에 여객선이 목요일 저녁까지 출항하지 않는다고 밝혔다.
            th | สำนักงานท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือเฟอร์รี่จะไม่ออกก่อนเย็นวันพฤหัสบดี
            """)
    void tellsLanguagesApart(String language, String sentence) {
        assertThat(LanguageDetector.of(sentence).code()).isEqualTo(language);
    }

    @Test
    void aShortTextIsUnsure() {
        assertThat(LanguageDetector.of("Reds win").confidence()).isLessThan(0.3);
        assertThat(LanguageDetector.of("12:45 / 3-1")).isEqualTo(new LanguageDetector.Guess("und", 0));
    }

    @Test
    void whatTheSourceSaysDecidesWhereTheTextIsOpen() {
        assertThat(LanguageDetector.of("Regeringen", "da").code()).isEqualTo("da");
        assertThat(LanguageDetector.of("Regeringen", "sv").code()).isEqualTo("sv");
        assertThat(LanguageDetector.of("The harbour office said on Monday that the ferry will not sail.", "de")
                        .code())
                .isEqualTo("en");
    }

    @Test
    void everyLineOfTheTablesIsRead() {
        assertThat(MarkWords.shipped()).hasSizeGreaterThan(50).allSatisfy((code, marks) -> {
            assertThat(marks.code()).isEqualTo(code);
            assertThat(marks.words().size() + marks.frequent().size()).isGreaterThan(5);
        });
    }
}
