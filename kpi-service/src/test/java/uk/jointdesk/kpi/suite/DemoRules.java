package uk.jointdesk.kpi.suite;

/** The register and the agreement as incident-service writes them. */
public final class DemoRules {

    static final String PARTNERS = """
            {"items":[
              {"code":"DEMO","name":"Demonstration","kind":"CUSTOMER","host":false,"memberFrom":"2016-01-01","calendar":"STD"},
              {"code":"LBB","name":"Brent","kind":"AUTHORITY","host":true,"memberFrom":"2016-04-01","calendar":"STD"},
              {"code":"LBL","name":"Lewisham","kind":"AUTHORITY","host":false,"memberFrom":"2016-04-01","calendar":"STD"},
              {"code":"LBS","name":"Southwark","kind":"AUTHORITY","host":false,"memberFrom":"2017-11-01","calendar":"STD"},
              {"code":"LH","name":"Lewisham Homes","kind":"SUB_BODY","parent":"LBL","host":false,"memberFrom":"2016-04-01",
               "calendar":"STD","laterField":true}
            ],"next":null}
            """;

    public static final String CALENDARS = """
            {"items":[{"code":"STD","zone":"Europe/London","versions":[{"validFrom":"2015-01-01","week":{
              "MONDAY":[{"open":"08:00","close":"18:00"}],"TUESDAY":[{"open":"08:00","close":"18:00"}],
              "WEDNESDAY":[{"open":"08:00","close":"18:00"}],"THURSDAY":[{"open":"08:00","close":"18:00"}],
              "FRIDAY":[{"open":"08:00","close":"18:00"}]},"specialDays":[],
              "holidays":[{"date":"2018-12-25","name":"Christmas Day","source":"common law holiday"}]}]}],"next":null}
            """;

    public static final String AGREEMENTS = """
            {"items":[{"code":"IAA","title":"Inter-Authority Agreement","versions":[{"version":1,"validFrom":"2015-04-01",
              "validTo":null,"coverage":{"partners":["LBB","LBL","LBS","LH"],"queues":{"excluded":["Application team*"]}},
              "targets":[
                {"priority":"P1","target":{"serviceMinutes":240},"percent":"95"},
                {"priority":"P2","target":{"serviceMinutes":480},"percent":"95"},
                {"priority":"P3","target":{"workingDays":2,"reading":"SERVICE_MINUTES"},"percent":"80"},
                {"priority":"P4","target":{"workingDays":5,"reading":"SERVICE_MINUTES"},"percent":"80"}],
              "responseTargets":[{"priority":"P1","target":{"serviceMinutes":30},"percent":"95"}],
              "stoppingReasons":["AWAITING_USER","AWAITING_SUPPLIER","AWAITING_RESOURCE"],"reopen":"RESUME",
              "changePolicy":"RETROACTIVE","escalation":[]}]}],"next":null}
            """;

    private DemoRules() {}
}
