/** What a CI system tells about the job that this process is part of. */
export interface CiJob {
  readonly url?: string;
  /** Who started it. */
  readonly actor?: string;
}

/** Reads what GitHub Actions, GitLab CI, Jenkins and those that imitate them tell; empty elsewhere. */
export function ciJob(environment: NodeJS.ProcessEnv): CiJob {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const url = githubRun(read) ?? read('CI_JOB_URL') ?? read('BUILD_URL') ?? read('CIRCLE_BUILD_URL');
  const actor =
    read('GITHUB_ACTOR') ?? read('GITLAB_USER_LOGIN') ?? read('BUILD_USER_ID') ?? read('CIRCLE_USERNAME');
  return { ...(url !== undefined && { url }), ...(actor !== undefined && { actor }) };
}

function githubRun(read: (name: string) => string | undefined): string | undefined {
  const [server, repository, run] = [
    read('GITHUB_SERVER_URL'),
    read('GITHUB_REPOSITORY'),
    read('GITHUB_RUN_ID'),
  ];
  if (server === undefined || repository === undefined || run === undefined) return undefined;
  return `${server}/${repository}/actions/runs/${run}`;
}
