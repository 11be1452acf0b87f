package uk.jointdesk.system.fuzz;

import java.util.List;

/** Values that have broken programs before; as texts, or as they stand in JSON where no text can say it. */
final class Hostile {

    /** Each is harmless where it is a value, and shows where it is not: by an error of syntax, by its time, by what is lost. */
    static final List<String> SQL = List.of(
            "'",
            "''",
            "\"",
            "' or '1'='1",
            "') or ('1'='1' -- ",
            "1; drop table ticket; --",
            "'; select pg_sleep(30); --",
            "' union select null, version() --",
            "1 or 1=1",
            "x' || pg_sleep(30) || '",
            "\\' or 1=1 --",
            "$$; select 1; $$",
            "%' and 1=(select 1) and '%'='",
            "{ts '2020-01-01'}",
            ":name <bound> ?",
            "E'\\\\047'",
            "/* */ or true");

    static final List<String> INJECTION = List.of(
            "${jndi:ldap://127.0.0.1:1/a}",
            "{{7*7}}",
            "${7*7}",
            "#{7*7}",
            "{#include secrets /}",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
            "x\r\nX-Injected: yes",
            "%0d%0aX-Injected:%20yes",
            "; cat /etc/passwd",
            "$(id)",
            "(&(uid=*)(userPassword=*))",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");

    /** Of a text in JSON, quotes included. */
    static final List<String> JSON_TEXTS = List.of(
            "\"\"",
            "\"   \"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202egnp.exe\"",
            "\"\\ufeff\\u200b\\u00ad\"",
            "\"\\u001f\\u0007\\u001b[31m\"",
            "\"" + "x".repeat(300_000) + "\"",
            "\"" + "x".repeat(1_000_001) + "\"",
            "\"" + "\\u0041".repeat(20_000) + "\"",
            "\"e" + "\\u0301".repeat(5_000) + "\"");

    static final List<String> JSON_NUMBERS = List.of(
            "-1",
            "0",
            "-0",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1" + "0".repeat(400),
            "0." + "1".repeat(400),
            "1.5",
            "1e400",
            "1e-400",
            "1E999999999",
            "NaN",
            "Infinity",
            "0x10",
            "007",
            "\"NaN\"",
            "\"1e999999999\"",
            "\"" + "9".repeat(400) + "\"");

    static final List<String> DAYS = List.of(
            "0000-00-00",
            "999999999-01-01",
            "+999999999-12-31T23:59:59Z",
            "-0001-01-01",
            "2021-02-29",
            "2019-03-31T01:30:00",
            "2019-10-27T01:30:00",
            "2021-06-07T25:61:61Z",
            "2021-06-07T09:00:00+19:00",
            "2016-12-31T23:59:60Z",
            "2021-W10-1",
            "1970-01-01T00:00:00.0000000000001Z",
            "2018-13",
            "2018-00",
            "9999-12",
            "2021-22-23",
            "yesterday");

    static final List<String> LIMITS =
            List.of("0", "-1", "9223372036854775808", "2147483648", "1e3", "0x10", "%201", "1.0", "many", "\u0661");

    private Hostile() {}
}
