package uk.jointdesk.local;

/** What a newcomer reads when the suite is up: where to look and who to be. */
final class Welcome {

    private Welcome() {}

    static String text(Options options) {
        int gateway = options.ports().of(Part.GATEWAY);
        int keycloak = options.ports().of(Part.KEYCLOAK);
        return """

                Jointdesk is ready.

                  Dashboard    http://localhost:%1$d/
                               sign in as board, performance, finance, service.desk,
                               brent.client, lewisham.client or southwark.client (password = name)
                  API          http://localhost:%1$d/api/v1/...
                  Contracts    http://localhost:%1$d/contracts
                  Sign-in      http://localhost:%2$d/realms/jointdesk
                  Data, logs   %3$s

                  A token:     curl -s http://localhost:%2$d/realms/jointdesk/protocol/openid-connect/token \\
                                 -d grant_type=client_credentials -d client_id=board -d client_secret=board-secret

                Ctrl-C stops everything.
                """.formatted(gateway, keycloak, options.dataDir());
    }
}
