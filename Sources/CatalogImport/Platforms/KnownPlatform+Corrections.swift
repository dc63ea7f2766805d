// Written down from public sources, as the platforms' `source` says: method, path, and the
// alternatives behind "=", with "+" between scopes that are needed together and "none" where none is;
// "? x" and "! x" behind an alternative: it holds where the condition x is met, or not.

extension KnownPlatform {
  static let correctionsOfTwitch = """
    GET /channel_points/custom_rewards = channel:read:redemptions | channel:manage:redemptions
    GET /channel_points/custom_rewards/redemptions = channel:read:redemptions | channel:manage:redemptions
    POST /chat/messages = user:write:chat
    POST /videos/clips = editor:manage:clips | channel:manage:clips
    GET /clips/downloads = editor:manage:clips | channel:manage:clips
    GET /moderation/banned = moderation:read | moderator:manage:banned_users
    GET /moderation/unban_requests = moderator:read:unban_requests | moderator:manage:unban_requests
    GET /moderation/blocked_terms = moderator:read:blocked_terms | moderator:manage:blocked_terms
    GET /moderation/moderators = moderation:read | channel:manage:moderators
    GET /channels/vips = channel:read:vips | channel:manage:vips
    GET /moderation/shield_mode = moderator:read:shield_mode | moderator:manage:shield_mode
    GET /polls = channel:read:polls | channel:manage:polls
    GET /predictions = channel:read:predictions | channel:manage:predictions
    GET /streams/markers = user:read:broadcast | channel:manage:broadcast
    GET /subscriptions = channel:read:subscriptions
    GET /subscriptions/user = user:read:subscriptions
    GET /users/extensions/list = user:read:broadcast | user:edit:broadcast
    GET /guest_star/channel_settings = channel:read:guest_star | channel:manage:guest_star | moderator:read:guest_star | moderator:manage:guest_star
    PUT /guest_star/channel_settings = channel:manage:guest_star
    GET /guest_star/session = channel:read:guest_star | channel:manage:guest_star | moderator:read:guest_star | moderator:manage:guest_star
    POST /guest_star/session = channel:manage:guest_star
    DELETE /guest_star/session = channel:manage:guest_star
    GET /guest_star/invites = channel:read:guest_star | channel:manage:guest_star | moderator:read:guest_star | moderator:manage:guest_star
    POST /guest_star/invites = channel:manage:guest_star | moderator:manage:guest_star
    DELETE /guest_star/invites = channel:manage:guest_star | moderator:manage:guest_star
    POST /guest_star/slot = channel:manage:guest_star | moderator:manage:guest_star
    PATCH /guest_star/slot = channel:manage:guest_star | moderator:manage:guest_star
    DELETE /guest_star/slot = channel:manage:guest_star | moderator:manage:guest_star
    PATCH /guest_star/slot_settings = channel:manage:guest_star | moderator:manage:guest_star
    GET /moderation/channels = user:read:moderated_channels
    GET /schedule/icalendar = none
    """

  static let correctionsOfDigitalOcean = """
    POST /v2/1-clicks/kubernetes = kubernetes:update + addon:create
    GET /v2/databases/metrics/credentials = database:update + database:view_credentials
    DELETE /v2/droplets/{droplet_id}/destroy_with_associated_resources/selective = droplet:delete + block_storage:delete + block_storage_snapshot:delete + image:delete + reserved_ip:delete
    DELETE /v2/droplets/{droplet_id}/destroy_with_associated_resources/dangerous = droplet:delete + block_storage:delete + block_storage_snapshot:delete + image:delete + reserved_ip:delete
    POST /v2/droplets/{droplet_id}/destroy_with_associated_resources/retry = droplet:delete + block_storage:delete + block_storage_snapshot:delete + image:delete + reserved_ip:delete
    GET /v2/functions/namespaces = function:read | function:admin (uncertain)
    POST /v2/functions/namespaces = function:create | function:admin (uncertain)
    DELETE /v2/functions/namespaces/{namespace_id} = function:delete | function:admin (uncertain)
    GET /v2/functions/namespaces/{namespace_id}/triggers = function:read | function:admin (uncertain)
    POST /v2/functions/namespaces/{namespace_id}/triggers = function:create | function:admin (uncertain)
    GET /v2/functions/namespaces/{namespace_id}/triggers/{trigger_name} = function:read | function:admin (uncertain)
    PUT /v2/functions/namespaces/{namespace_id}/triggers/{trigger_name} = function:update | function:admin (uncertain)
    DELETE /v2/functions/namespaces/{namespace_id}/triggers/{trigger_name} = function:delete | function:admin (uncertain)
    POST /v2/images/{image_id}/account_transfer = image:update + image:delete
    POST /v2/kubernetes/registry = kubernetes:create + kubernetes:update
    POST /v2/kubernetes/registries = kubernetes:create + kubernetes:update
    GET /v2/registries/{registry_name}/docker-credentials = registry:read + registry:update
    GET /v2/registry/docker-credentials = registry:read + registry:update
    GET /v2/sizes = sizes:read + regions:read
    GET /v2/snapshots/{snapshot_id} = snapshot:read | block_storage_snapshot:read (uncertain)
    DELETE /v2/snapshots/{snapshot_id} = image:delete | snapshot:delete (uncertain)
    GET /v2/volumes = block_storage:read | api:read | api:write (uncertain)
    POST /v2/volumes = block_storage:create | api:write (uncertain)
    DELETE /v2/volumes = block_storage:delete | api:write (uncertain)
    POST /v2/volumes/actions = block_storage_action:create | api:write (uncertain)
    POST /v2/uptime/checks/{check_id}/alerts = uptime:create + uptime:update
    DELETE /v2/uptime/checks/{check_id}/alerts/{alert_id} = uptime:delete + uptime:update
    """

  static let correctionsOfMastodon = """
    GET /api/v1/accounts/verify_credentials = profile | read:accounts | read
    GET /api/v1/domain_blocks = read:blocks | follow | read
    POST /api/v1/domain_blocks = write:blocks | follow | write
    DELETE /api/v1/domain_blocks = write:blocks | follow | write
    GET /api/v1/follow_requests = read:follows | follow | read
    POST /api/v1/follow_requests/{account_id}/authorize = write:follows | follow | write
    POST /api/v1/follow_requests/{account_id}/reject = write:follows | follow | write
    GET /api/v1/mutes = read:mutes | follow | read
    GET /api/v1/profile = profile | read:accounts | read
    GET /api/v1/streaming/user = read:statuses | read
    GET /api/v1/streaming/user/notification = read:notifications | read
    """

  static let correctionsOfSpotify = """
    GET /me = none ! account-details | user-read-email + user-read-private ? account-details
    PUT /playlists/{playlist_id} = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    POST /playlists/{playlist_id}/tracks = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    PUT /playlists/{playlist_id}/tracks = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    DELETE /playlists/{playlist_id}/tracks = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    POST /playlists/{playlist_id}/items = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    PUT /playlists/{playlist_id}/items = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    DELETE /playlists/{playlist_id}/items = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    POST /me/playlists = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    PUT /me/library = user-library-modify | user-follow-modify | playlist-modify-public (uncertain)
    DELETE /me/library = user-library-modify | user-follow-modify | playlist-modify-public (uncertain)
    GET /me/library/contains = user-library-read | user-follow-read | playlist-read-private (uncertain)
    GET /me/episodes = user-library-read
    GET /users/{user_id}/playlists = none ! private-playlist | playlist-read-private ? private-playlist (uncertain)
    POST /users/{user_id}/playlists = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    PUT /playlists/{playlist_id}/followers = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    DELETE /playlists/{playlist_id}/followers = playlist-modify-public ! private-playlist | playlist-modify-private ? private-playlist
    PUT /playlists/{playlist_id}/images = playlist-modify-public + ugc-image-upload ! private-playlist | playlist-modify-private + ugc-image-upload ? private-playlist
    GET /me/player/queue = user-read-currently-playing | user-read-playback-state (uncertain)
    """
}
