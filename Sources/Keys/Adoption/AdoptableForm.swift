/// The documents from which a key can be adopted: what platforms take, show or answer.
package enum AdoptableForm: String, CaseIterable, Sendable {
  /// A policy of AWS IAM.
  case iamPolicy = "aws-policy"
  /// Roles and cluster roles of Kubernetes.
  case kubernetesRole = "kubernetes-role"
  /// A manifest of a Slack app.
  case slackManifest = "slack-manifest"
  /// What an application of Microsoft Entra requires of APIs.
  case resourceAccess = "required-resource-access"
  /// The body by which Cloudflare makes a token, or what it answers about one.
  case tokenBody = "cloudflare-token"
  /// A link: one that asks for scopes by OAuth, or that fills in a platform's form.
  case link
  /// The header `X-OAuth-Scopes` of an answer.
  case scopesHeader = "x-oauth-scopes"
  /// The header `X-Accepted-GitHub-Permissions` of an answer.
  case permissionsHeader = "x-accepted-github-permissions"
  /// A list of scopes, by their ids or as a page shows them.
  case list

  /// What it is, with its article.
  package var words: String {
    switch self {
    case .iamPolicy: "an AWS policy"
    case .kubernetesRole: "roles of Kubernetes"
    case .slackManifest: "a manifest of a Slack app"
    case .resourceAccess: "the requiredResourceAccess of an Entra application"
    case .tokenBody: "the body of a token of Cloudflare"
    case .link: "a link"
    case .scopesHeader: "the header X-OAuth-Scopes"
    case .permissionsHeader: "the header X-Accepted-GitHub-Permissions"
    case .list: "a list of scopes"
    }
  }

  /// The id of the catalog that it is of; nil where what it says decides.
  package var catalogID: String? {
    switch self {
    case .iamPolicy: "aws"
    case .kubernetesRole: "kubernetes"
    case .slackManifest: "slack"
    case .resourceAccess: "msgraph"
    case .tokenBody: "cloudflare"
    case .scopesHeader: "github-classic"
    case .permissionsHeader: "github"
    case .link, .list: nil
    }
  }
}
